/// <reference types="@tarojs/taro" />
declare const API_BASE: string;
declare const SUBSCRIBE_TEMPLATES: string;
declare module '*.scss';
