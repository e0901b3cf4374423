/** The person did not agree to the platform's privacy notice: nothing can be picked. */
export class ConsentRefused extends Error {}
