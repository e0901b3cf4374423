export interface PictureProps {
  src: string;
  words: string;
  className?: string;
  /** All pictures of the set, to leaf through where the platform can. */
  onPress?: () => void;
}

/** A photo with its words. */
export function Picture({ src, words, className }: PictureProps) {
  return <img className={`picture ${className ?? ''}`} src={src} alt={words} loading="lazy" />;
}
