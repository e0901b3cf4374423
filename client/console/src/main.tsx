import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Console } from './console';
import { usePhone } from './part/use-phone';
import './console.css';
import './part/shared.css';

const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000 } } });
const token = {
  colorPrimary: '#0b5f8a',
  colorLink: '#0b5f8a',
  colorError: '#b3231b',
  colorTextDisabled: '#66717b',
  colorTextSecondary: '#4a5560',
  colorTextTertiary: '#5b6670',
  colorTextPlaceholder: '#66717b',
  colorTextDescription: '#4a5560',
  fontSize: 15,
  borderRadius: 6,
};

/** On a phone everything that is touched is at least 44 px high (spec 8). */
const heights = { phone: { controlHeight: 44, controlHeightSM: 36 }, desk: {} };

function Themed() {
  const size = usePhone() ? 'phone' : 'desk';
  return (
    <ConfigProvider
      locale={zhCN}
      theme={{ token: { ...token, ...heights[size] } }}
      button={{ autoInsertSpace: false }}
    >
      <AntApp>
        <QueryClientProvider client={client}>
          <BrowserRouter basename="/console">
            <Console />
          </BrowserRouter>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Themed />);
