export * from './catalogue';
export * from './evidence';
export * from './notice';
export * from './order';
export * from './reporter';
export * from './unit';
