import type { CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter';

type Component = glassEasel.GeneralComponent;

/** One built-in element on the page: its node, its attributes, and a way to tell the page of an event. */
export interface Built {
  node: HTMLElement;
  read(name: string): unknown;
  tell(type: string, detail: unknown): void;
  /** Comes before the page's own handler; answer false to keep the tap from it. */
  onTap(call: () => boolean | undefined): void;
}
interface Plan {
  attributes?: string[];
  attached?(built: Built): void;
  /** An attribute has another value. */
  changed?(built: Built, name: string): void;
}

const made = new WeakMap<Component, Built>();

function build(component: Component): Built {
  return {
    node: component.$$ as unknown as HTMLElement,
    read: (name) => (component.data as Record<string, unknown>)[name],
    tell: (type, detail) => component.triggerEvent(type, detail, { bubbles: false, composed: false }),
    onTap: (call) => component.addListener('tap', () => call(), { capture: true }),
  };
}

/** Makes an element of the platform known to every page of the space, by its tag. */
export function buildElement(
  space: CodeSpace,
  tag: string,
  { attributes = [], attached, changed }: Plan,
): void {
  const components = space.getComponentSpace();
  let builder = components.define(tag);
  for (const name of attributes) {
    builder = builder.property(name, {
      type: null as never,
      observer(this: Component) {
        const built = made.get(this);
        if (built) changed?.(built, name);
      },
    } as never) as typeof builder;
  }
  const definition = builder
    .lifetime('attached', function (this: Component) {
      const built = build(this);
      made.set(this, built);
      attached?.(built);
    })
    .registerComponent();
  components.setGlobalUsingComponent(tag, definition as never);
}
