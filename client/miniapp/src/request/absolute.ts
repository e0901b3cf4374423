/** A path of the server as an address; what is an address already stays. */
export const absolute = (url: string): string =>
  /^https?:/.test(url) ? url : `${API_BASE.replace(/\/api$/, '')}${url}`;
