import { LeftOut } from '#shared/formats/geometry/left-out.ts';
import { limits, Meter } from '#shared/formats/limits.ts';
import type { Pause } from '#shared/formats/source/turns.ts';
import { parseXml } from '#shared/formats/xml/parse-xml.ts';
import {
  GeometryBuilder,
  isKmlGeometry,
  type Placemark,
  readCoordinates,
  readTrackCoordinate,
} from './placemark.ts';

/** Simple members of a placemark that become columns. */
const members = new Set([
  'name',
  'description',
  'address',
  'phoneNumber',
  'Snippet',
  'OvCoordType',
]);
const times = new Set(['when', 'begin', 'end']);

interface Content {
  placemarks: Placemark[];
  /** Pictures, 3D models and links to other files, which are not read. */
  left: number;
  leftOut: LeftOut;
}

class PlacemarkReader {
  readonly content: Content = { placemarks: [], left: 0, leftOut: new LeftOut() };
  private readonly meter = new Meter(limits.placemarks);
  private readonly path: string[] = [];
  private readonly folders: string[] = [];
  private values: Map<string, string> | null = null;
  private geometry = new GeometryBuilder();
  private dataName = '';
  private text = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.path.push(name);
    this.text = '';
    if (name === 'Folder') this.folders.push('');
    if (name === 'Placemark') {
      this.values = new Map();
      this.geometry = new GeometryBuilder();
    }
    if (this.values && isKmlGeometry(name)) this.geometry.start(name);
    if (name === 'Data' || name === 'SimpleData') this.dataName = attributes['name'] ?? '';
    if (['NetworkLink', 'GroundOverlay', 'ScreenOverlay', 'PhotoOverlay', 'Model'].includes(name)) {
      this.content.left += 1;
    }
  }

  add(text: string): void {
    this.text += text;
  }

  close(name: string): void {
    this.path.pop();
    const parent = this.path.at(-1) ?? '';
    const text = this.text;
    this.text = '';
    if (!this.values) {
      if (name === 'name' && parent === 'Folder') this.folders.splice(-1, 1, text.trim());
      if (name === 'Folder') this.folders.pop();
      return;
    }
    if (name === 'Placemark') this.finish();
    else if (name === 'coordinates') this.take(readCoordinates(text, this.content.leftOut));
    else if (name === 'coord') this.takeTrack(text);
    else if (isKmlGeometry(name)) this.geometry.end(parent);
    else if (members.has(name) && parent === 'Placemark') this.set(name, text);
    else if (name === 'value' && parent === 'Data') this.set(this.dataName, text);
    else if (name === 'SimpleData') this.set(this.dataName, text);
    else if (times.has(name) && parent.startsWith('Time')) this.set(name, text);
  }

  private take(positions: ReturnType<typeof readCoordinates>): void {
    this.meter.positions(positions?.length ?? 0);
    this.geometry.coordinates(positions);
  }

  private takeTrack(text: string): void {
    const position = readTrackCoordinate(text, this.content.leftOut);
    if (position) this.take([position]);
  }

  private set(name: string, text: string): void {
    const value = text.trim();
    if (name !== '' && value !== '' && !this.values?.has(name)) this.values?.set(name, value);
  }

  private finish(): void {
    const values = this.values ?? new Map<string, string>();
    this.values = null;
    this.meter.rows(1, values.size + 1);
    const coordType = values.get('OvCoordType') ?? '';
    values.delete('OvCoordType');
    const folders = this.folders.filter((name) => name !== '');
    this.content.placemarks.push({ folders, coordType, values, answer: this.geometry.answer() });
  }
}

/** Every placemark of a KML text, in order. @throws FormatError where the XML is broken */
export async function readPlacemarks(text: string, pause?: Pause): Promise<Content> {
  const reader = new PlacemarkReader();
  const handlers = {
    open: (name: string, attributes: Readonly<Record<string, string>>) =>
      reader.open(name, attributes),
    text: (part: string) => reader.add(part),
    close: (name: string) => reader.close(name),
  };
  await parseXml(text, handlers, pause);
  return reader.content;
}
