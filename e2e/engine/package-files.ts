export type Platform = 'weapp' | 'alipay';

export type PageConfig = { usingComponents?: Record<string, string>; component?: boolean } & Record<
  string,
  unknown
>;

export interface AppConfig {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  lazyCodeLoading?: string;
}

/** A built package as its platform would read it. */
export interface PackageFiles {
  platform: Platform;
  app: AppConfig;
  /** Every page, those of the main package first. */
  pages: string[];
  /** The JSON beside pages and components, by path without extension. */
  configs: Record<string, PageConfig>;
  /** Script text by path. */
  scripts: Record<string, string>;
  /** One JavaScript expression: the compiled templates by path. */
  templates: string;
  style: string;
}
