import { glassEasel } from 'glass-easel-miniprogram-adapter';

/** The browser's window as the engine's screen: touches and clicks become the engine's events. */
export function makeScreen(): glassEasel.CurrentWindowBackendContext {
  // Taro's templates set every attribute a platform knows, many more than this app's elements look at.
  glassEasel.addGlobalWarningListener((message) => !message.endsWith('is not a valid property'));
  const screen = new glassEasel.CurrentWindowBackendContext();
  screen.onEvent((target, type, detail, options) => {
    const event = new glassEasel.Event(type, detail, options);
    glassEasel.Event.dispatchEvent(target, event);
    return event.getEventBubbleStatus();
  });
  return screen;
}
