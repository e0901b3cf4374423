import type { Words } from '../zh';

export const files: Pick<Words, 'files' | 'limits'> = {
  files: {
    camera: 'Take photo',
    album: 'From album',
    document: 'PDF file',
    chooseHere: 'Add photos',
    waiting: 'Waiting',
    sending: (share) => `Sending ${share}%`,
    done: 'Sent',
    failed: 'Not sent',
    retry: 'Retry',
    remove: 'Remove',
    removeOne: (name) => `Remove ${name}`,
    retryOne: (name) => `Retry ${name}`,
    tooMany: () => 'The limit is reached; the rest was not added.',
    tooLarge: (name) => `“${name}” is too large and was not added.`,
    consentRefused:
      'Photos cannot be chosen without your consent to the privacy guide. You can submit without them.',
    wrongKind: (name) => `“${name}” is of a kind that cannot be taken.`,
    needPhone: 'Sent once your number is verified',
    wait: 'Files are still being sent, please wait.',
    gone: 'Kept for more than a day and expired: please remove and add again',
    some: (n) => `${n} files did not arrive. Please retry or remove them.`,
    drop: 'You can also drag files here, or paste a picture.',
    list: 'Added files',
  },
  limits: {
    picture: 'Up to 9 photos of 10 MB each: JPG, PNG, WebP, HEIC.',
    document: ' Up to 3 PDF files of 20 MB each.',
  },
};
