/** What every asynchronous interface takes. */
export interface Options {
  success?(value: unknown): void;
  fail?(problem: unknown): void;
  complete?(value: unknown): void;
  [name: string]: unknown;
}

/** An interface with `success`, `fail` and `complete`, from what it does. */
export function answering<T extends Options>(name: string, work: (options: T) => unknown) {
  return (options = {} as T): undefined => {
    void (async () => {
      try {
        const value = { errMsg: `${name}:ok`, ...((await work(options)) as object | undefined) };
        options.success?.(value);
        options.complete?.(value);
      } catch (failure) {
        const words = String(failure);
        const problem = {
          errMsg: `${name}:fail ${words}`,
          error: 1,
          errorMessage: words,
          ...(failure as object),
        };
        options.fail?.(problem);
        options.complete?.(problem);
      }
    })();
    return undefined;
  };
}
