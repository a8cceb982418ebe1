const cache = new Map<string, string>();

/** Any CSS colour (oklch included) as #rrggbb, since the component kit computes shades only from that. */
export function cssColourToHex(colour: string): string {
  const known = cache.get(colour);
  if (known) return known;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return '#808080';
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  const hex = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  cache.set(colour, hex);
  return hex;
}

/** The tokens of tokens.css under a theme, as #rrggbb, whatever theme the window shows now. */
export function tokensOf(theme: 'light' | 'dark'): (name: string) => string {
  const probe = document.createElement('div');
  probe.dataset.theme = theme;
  document.documentElement.append(probe);
  const style = getComputedStyle(probe);
  const read = new Map<string, string>();
  for (const name of tokenNames) {
    read.set(name, cssColourToHex(style.getPropertyValue(`--${name}`).trim()));
  }
  probe.remove();
  return (name) => read.get(name) ?? '#808080';
}

const tokenNames = [
  'ground',
  'panel',
  'line',
  'water',
  'edge',
  'ink',
  'quiet',
  'accent',
  'accent-hover',
  'on-accent',
  'broken',
  'soon',
  'proved',
];
