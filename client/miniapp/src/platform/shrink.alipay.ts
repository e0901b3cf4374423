interface Compressed {
  apFilePaths: string[];
}
declare const my: {
  compressImage(options: {
    apFilePaths: string[];
    compressLevel: number;
    success(answer: Compressed): void;
    fail(failure: unknown): void;
  }): void;
};

/** Alipay's own names: Taro does not translate them. Level 2 keeps most of the detail. */
export const shrink = (path: string): Promise<string> =>
  new Promise((done, lost) =>
    my.compressImage({
      apFilePaths: [path],
      compressLevel: 2,
      success: ({ apFilePaths }) => done(apFilePaths[0] ?? path),
      fail: lost,
    }),
  );
