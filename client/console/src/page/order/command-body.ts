import type { FormRule } from 'antd';
import type { OrderView } from '../../../../../shared/order/view';
import { type Attachment, allArrived, arrivedIds } from '../../part/attach/attachment';
import type { Field } from '../../word/command/field';
import { commandForms } from '../../word/command-form';

type Values = Record<string, unknown>;

/** The fields that this command asks for on this order, as far as it is filled in. */
export const fieldsOf = (command: string, order: OrderView, values: Values): Field[] =>
  (commandForms[command]?.fields ?? []).filter((field) => field.when?.(order, values) ?? true);

/** What the form holds at first. */
export const startOf = (command: string, order: OrderView): Values =>
  Object.fromEntries(
    (commandForms[command]?.fields ?? []).map((field) => [
      field.name,
      typeof field.start === 'function' ? field.start(order) : field.start,
    ]),
  );

const isEmpty = (value: unknown) => value === undefined || value === '' || value === null;
const numeric = new Set(['satisfaction']);

/** Turns what the form holds into the body the API takes; `version` is the one the person has seen. */
export function bodyOf(command: string, order: OrderView, values: Values, version: number): Values {
  const asked = fieldsOf(command, order, values)
    .filter((field) => !field.aside && !isEmpty(values[field.name]))
    .map((field) => {
      const value = values[field.name];
      if (field.kind === 'files') return [field.name, arrivedIds(value as Attachment[])];
      if (field.kind === 'contact') return [field.name, { means: value }];
      return [field.name, numeric.has(field.name) ? Number(value) : value];
    });
  const body = Object.fromEntries(asked);
  return commandForms[command]?.bare ? body : { version, ...body };
}

/** When a field lets its form be sent: filled in, unless it may stay empty; its files have arrived. */
export function rulesOf(field: Field): FormRule[] {
  if (field.kind === 'files') return [allArrived];
  return field.optional ? [] : [{ required: true, message: '请填写' }];
}
