import { request as httpRequest } from 'node:http';
import { useEffect, useRef } from 'react';

interface RequestOptions {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: string;
}

/** Where the pages went, for tests to read. */
export const visited: string[] = [];
let params: Record<string, string> = {};

export const openWith = (query: Record<string, string>): void => {
  params = query;
  visited.length = 0;
};

const go = async ({ url }: { url: string }) => {
  visited.push(url);
};

/** A true request over the network of this machine, in the shape of Taro.request. */
const request = ({ url, method = 'GET', header, data }: RequestOptions) =>
  new Promise<{ statusCode: number; data: string }>((done, fail) => {
    const sent = httpRequest(url, { method, headers: header }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        done({ statusCode: answer.statusCode ?? 0, data: Buffer.concat(parts).toString() }),
      );
    });
    sent.on('error', fail);
    sent.end(data);
  });

export const useRouter = () => ({ params });
function useOnce(call: () => void): void {
  const first = useRef(call);
  useEffect(() => first.current(), []);
}
export const useDidShow = useOnce;
export const useDidHide = (_call: () => void): void => undefined;
export const useUnload = (_call: () => void): void => undefined;
export const usePullDownRefresh = (_call: () => void): void => undefined;
export const useLaunch = useOnce;

export default {
  request,
  navigateTo: go,
  redirectTo: go,
  reLaunch: go,
  navigateBack: async () => undefined,
  getCurrentPages: () => [],
  setNavigationBarTitle: async () => undefined,
  stopPullDownRefresh: () => undefined,
};
