export const canChooseDocuments: boolean = false;
