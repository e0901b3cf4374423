/** What the platform waits for: whether the person agrees to the privacy notice that is kept there. */
export interface PrivacyWish {
  agree: () => void;
  refuse: () => void;
}

/** The button that the platform wants to have been touched. */
export const agreeButton = 'agree-privacy';

/** Calls when the platform wants consent before it hands something over; a browser asks by itself. */
export function onPrivacyWish(_call: (wish: PrivacyWish) => void): void {}

/** Whether photos, files and the number may be asked for; asks the person where it was not said yet. */
export const privacyAgreed = async (): Promise<boolean> => true;

/** Opens the platform's own text of the notice. */
export function openPrivacyNotice(): void {}
