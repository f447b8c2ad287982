/** What each part of a package is: OPC part 2, 7.2.3. */
import { XmlError } from '../../documents/xml.js';
import { attributeIn, encodedXml, readElements } from '../xml/elements.js';
import { insertInRoot } from './relations.js';

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';

export class ContentTypes {
  readonly #byPart = new Map<string, string>();
  readonly #byExtension = new Map<string, string>();

  /** @throws {XmlError} */
  constructor(xml: string) {
    readElements(xml, {
      start: (element) => {
        if (element.uri !== NAMESPACE) throw new XmlError('no content types');
        const value = (name: string) => attributeIn(element, '', name)?.value;
        const type = value('ContentType') ?? '';
        const [part, extension] = [value('PartName'), value('Extension')];
        if (element.name === 'Override' && part !== undefined) {
          this.#byPart.set(part.toLowerCase(), type);
        } else if (element.name === 'Default' && extension !== undefined) {
          this.#byExtension.set(extension.toLowerCase(), type);
        }
      },
      end: () => undefined,
    });
  }

  /** @param part - Without `/` at its start. Names of parts are compared whatever their case. */
  of(part: string): string | undefined {
    const name = part.toLowerCase();
    return (
      this.#byPart.get(`/${name}`) ?? this.#byExtension.get(name.slice(name.lastIndexOf('.') + 1))
    );
  }

  has(part: string): boolean {
    return this.#byPart.has(`/${part.toLowerCase()}`);
  }

  ofExtension(extension: string): string | undefined {
    return this.#byExtension.get(extension);
  }
}

/**
 * @param parts - Types by part, without `/` at its start.
 * @throws {XmlError}
 */
export function addContentTypes(xml: string, parts: ReadonlyMap<string, string>): string {
  return insertInRoot(xml, NAMESPACE, 'Override', (name) =>
    [...parts]
      .map(([part, type]) => `<${name} PartName="/${encodedXml(part)}" ContentType="${type}"/>`)
      .join(''),
  );
}
