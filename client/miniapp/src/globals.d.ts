/// <reference types="@tarojs/taro" />
declare const API_BASE: string;
declare const SUBSCRIBE_TEMPLATES: string;
declare const SUBSCRIBE_LONG_TERM: string;
declare module '*.scss';
declare const process: { env: { TARO_ENV: 'weapp' | 'alipay' | 'h5' } };
