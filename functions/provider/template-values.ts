import type { ProviderMessage, ProviderTemplate, TemplateSource } from './provider';
import { ProviderError } from './provider-error';

/** The provider's template for one of ours; `misconfigured` when nobody has entered it yet. */
export async function templateFor(
  source: TemplateSource,
  message: ProviderMessage,
): Promise<ProviderTemplate> {
  const templates = typeof source === 'function' ? await source() : source;
  const template = Object.hasOwn(templates, message.template) ? templates[message.template] : undefined;
  if (!template) throw new ProviderError('misconfigured', { providerCode: 'template_unknown' });
  return template;
}

/** The provider's fields filled from our params; `rejected` when the message lacks one. */
export function fieldValues(template: ProviderTemplate, message: ProviderMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(template.fields).map(([field, param]) => {
      const value = message.params[param];
      if (!value) throw new ProviderError('rejected', { providerCode: 'param_missing' });
      return [field, value];
    }),
  );
}

/** The mini-program page to open: the message's own, unless that is a web address. */
export function pageOf(template: ProviderTemplate, message: ProviderMessage): string | undefined {
  return message.link && !/^https?:/i.test(message.link) ? message.link.replace(/^\//, '') : template.page;
}
