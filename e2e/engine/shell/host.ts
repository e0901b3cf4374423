import type { PackageFiles } from '../package-files';
import type { Answered, Asking, Launch, Photo } from '../wire';

type ModuleBody = (
  scope: object,
  require: (path: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
) => void;

/** What the test's side put into the page before this shell started. */
interface Given {
  enginePackage: Omit<PackageFiles, 'scripts' | 'templates' | 'style'>;
  engineLaunch: Launch;
  engineTemplates: Record<string, (name: string) => never>;
  engineModules: Record<string, ModuleBody>;
  hostRequest(asking: Asking): Promise<Answered | null>;
  hostPhotos(most: number): Promise<Photo[]>;
  hostNote(kind: string, text: string): Promise<void>;
}

export const host = window as unknown as Given;
export const isAlipay = () => host.enginePackage.platform === 'alipay';

/** Tells the test something that the person would see or hear. */
export const note = (kind: string, text: string): void => void host.hostNote(kind, text);
