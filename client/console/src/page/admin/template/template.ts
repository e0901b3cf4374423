import type {
  PlatformTarget,
  PlatformTemplate,
  TextTarget,
} from '../../../../../../shared/notice/message-template';

/** One text as the list shows it. */
export interface NoticeText {
  target: TextTarget;
  topic: string;
  title: string;
  builtIn: string;
  text: string;
  /** Written by the district, not built in. */
  own: boolean;
  version: number;
  placeholders: string[];
}

/** The template of one provider for one topic. */
export interface NoticeTemplate {
  target: PlatformTarget;
  topic: string;
  title: string;
  template: PlatformTemplate | null;
  own: boolean;
  version: number;
}

/** How one provider would show a text. */
export interface Shown {
  provider: string;
  text: string | null;
  fields?: Record<string, string>;
  characters?: number;
  segments?: number;
  note?: string;
}
