import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { tellApp } from './api/app-events';
import { makeMy } from './api/my';
import { newVersion } from './api/update';
import { makeWx } from './api/wx';
import { defineElements } from './element/define-elements';
import { type EngineEvent, eventShape } from './event-shape';
import { host, isAlipay } from './host';
import { loadModule, runningPath, runWithin } from './module-loader';
import { readyNavigation, visit, ways } from './navigation';
import { callPage, currentPages, hideTop, showAgain } from './page-stack';
import { makeScope } from './scope';
import { makeScreen } from './screen';

type Definition = Record<string, unknown>;
type Handler = (this: unknown, event: unknown) => unknown;

Object.assign(window, {
  engineEvent: (caller: unknown, event: EngineEvent, handler: Handler) =>
    handler.call(caller, eventShape(event)),
});
glassEasel.globalOptions.writeIdToDOM = true;

const env = new MiniProgramEnv();
const space = env.createCodeSpace('app', true);
defineElements(space);
const backend = env.associateBackend(makeScreen());

const { configs, app, pages } = host.enginePackage;
for (const [path, config] of Object.entries(configs)) {
  space.addComponentStaticConfig(path, config as never);
  const content = host.engineTemplates[path];
  if (!content) throw new Error(`${path} has no template`);
  space.addCompiledTemplate(path, { groupList: host.engineTemplates as never, content });
}

let instance: Definition = {};
const platformNames = (): { wx?: object; my?: object; navigator?: object } =>
  isAlipay() ? { my: makeMy(), navigator: { swuserAgent: 'AlipayClient/10.6.0' } } : { wx: makeWx() };
const given = platformNames();
const scope = makeScope({
  ...given,
  App: (definition: Definition) => {
    instance = definition;
  },
  getApp: () => instance,
  getCurrentPages: currentPages,
  Page: (definition: Definition) =>
    space
      .component(runningPath())
      .pageDefinition(definition as never)
      .register(),
  Component: (definition: Definition) =>
    space
      .component(runningPath())
      .definition(definition as never)
      .register(),
});
runWithin(scope);

/** A page's components run before the page, once; with `lazyCodeLoading` not before they are needed. */
function loadPage(path: string): void {
  for (const target of Object.values(configs[path]?.usingComponents ?? {})) {
    const component = new URL(target, `http://x/${path}`).pathname.slice(1);
    if (component !== path) loadPage(component);
  }
  loadModule(`${path}.js`);
}

readyNavigation({ backend, space, pages, loadPage });
loadModule('app.js');
if (app.lazyCodeLoading !== 'requiredComponents') app.pages.forEach(loadPage);

const { path, query, scene } = host.engineLaunch;
const options = { path, query, scene, referrerInfo: {}, shareTicket: undefined, apiCategory: 'default' };
const call = (name: string, how: object = options) => {
  const handler = instance[name];
  if (typeof handler === 'function') (handler as Handler).call(instance, how);
};
call('onLaunch');
call('onShow');
visit(path, query);

/** What a person does beside touching the page. */
const hands = {
  pullDown: () => callPage(currentPages().at(-1), 'onPullDownRefresh'),
  goBack: () => ways.navigateBack(),
  leave: () => {
    hideTop();
    call('onHide');
    tellApp('hide');
  },
  comeBack: (scanned: Record<string, string> = {}) => {
    const how = { ...options, query: scanned };
    call('onShow', how);
    tellApp('show', how);
    showAgain();
  },
  newVersion,
  share: () => callPage(currentPages().at(-1), 'onShareAppMessage', { from: 'menu' }),
};
Object.assign(window, {
  engineStarted: true,
  engineHands: hands,
  engineInterfaces: Object.keys(given.wx ?? given.my ?? {}),
});
