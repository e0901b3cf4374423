/** Whether documents can be chosen here. */
export const canChooseDocuments: boolean = true;
