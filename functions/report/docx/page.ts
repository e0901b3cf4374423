/** GB/T 9704-2012 in twips (1/20 pt) and half-points, as Word counts. */
const mm = (value: number) => Math.round((value * 1440) / 25.4);

/** A4; 天头 37 mm, 订口 28 mm, so that the 版心 is 156 × 225 mm (5.1, 5.2). */
export const page = {
  size: { width: mm(210), height: mm(297) },
  /** The page number stands 7 mm under the 版心 (7.5). */
  margin: {
    top: mm(37),
    right: mm(26),
    bottom: mm(35),
    left: mm(28),
    header: mm(15),
    footer: mm(23),
    gutter: 0,
  },
};
/** 22 lines of 225 mm, in twips. */
export const linePitch = 579;
/** What makes 28 characters of 16 pt stand in 156 mm: so much nearer to each other, in twips (5.2.3). */
export const characterSpacing = -5;
export const textWidth = mm(156);

/** Sizes of type in half-points: 二号, 三号, 四号, 小四号. */
export const sizes = { two: 44, three: 32, four: 28, smallFour: 24 };

const latin = 'Times New Roman';
const font = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia });
/** By name: they are what every office has; nothing is embedded. */
export const fonts = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  black: font('黑体'),
  kai: font('楷体_GB2312'),
  song: { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' },
};
