import { repacked } from '../../io/formats/repacked.ts'

/**
 * A file of slides as the library writes it, put right: no type for parts that are not there, the masters before the slides as the
 * schema wants them. The time that it carries is the shown day, so that the same view gives the same bytes.
 */
export const tidyDeck = (deck: Uint8Array, date: string): Uint8Array =>
  repacked(deck, {
    '[Content_Types].xml': (xml, names) =>
      xml.replace(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (override, name: string) =>
        names.has(name) ? override : '',
      ),
    'ppt/presentation.xml': (xml) =>
      xml.replace(/(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s, '$2$1'),
    'docProps/core.xml': (xml) => xml.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, `${date}T00:00:00Z`),
  })
