import { ask } from '../request/ask';
import { useAsk } from './use-ask';

export interface Centre {
  id: string;
  name: string;
  address: string;
  phone: string;
  hours: string;
  town: string;
}
export interface Home {
  title: string;
  accepted: string[];
  notAccepted: string[];
  centres: Centre[];
  goodPractices: { title: string; text: string }[];
  demonstration: boolean;
}

export const useHome = () => useAsk('home', () => ask<Home>({ path: '/public/home' }));
