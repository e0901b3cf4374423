import { useQuery } from '@tanstack/react-query';
import { toString as draw } from 'qrcode';

/** A QR code of an address, drawn as lines so that it prints sharply; `alt` says where it leads. */
export function QrCode({ text, alt, size }: { text: string; alt: string; size: string }) {
  const svg = useQuery({
    queryKey: ['qr', text],
    queryFn: () => draw(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return svg.data ? (
    <img
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.data)}`}
      alt={alt}
      style={{ width: size, height: size }}
    />
  ) : null;
}
