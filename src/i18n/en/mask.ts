/** Words of masking names for outside use. */
export const mask = {
  title: 'Mask names',
  close: 'Close',
  make: 'A copy without names',
  intro:
    'Enterprises, credit codes, other names, ids, liaison officers and everything somebody wrote (notes, measures, evidence, scenarios, scenes, titles and addresses of sources) become codes. All figures stay the same to the last digit. Who supplies whom, how much and where can still give somebody away.',
  already: 'This is a masked copy already; masking it again makes codes of codes.',
  option: {
    products: 'Products too',
    provinces: 'Regions: the province alone',
    chainName: 'The name of the chain too',
  },
  optionHelp: {
    products: 'Without this they stay as they are, unless one of them holds a name: then all become codes.',
    provinces: 'Without this regions stay as they are, unless they hold a name.',
    chainName: 'It becomes “Masked chain”.',
  },
  key: 'Key file',
  keyFormat: { csv: 'Table (CSV)', json: 'JSON' },
  keyHelp:
    'The key says what each code stands for. It is a file of its own, is kept nowhere else, and must not go where the copy goes. Without it nobody can take the mask off.',
  save: 'Save copy and key as two files',
  open: 'Open the copy here, save the key',
  running: 'Masking…',
  failed: 'It did not work: {{reason}}',
  done: 'Codes stand for {{enterprises}} {{enterprises, enterprise|enterprises}}, {{texts}} written {{texts, text|texts}} and {{products}} {{products, product|products}}.',
  forced: 'Products became codes too, because one of them holds a name.',
  others: 'Stages, regions, industries and departments that hold a name and became codes: {{count}}.',
  left: 'Fields, scenes and notes left out for good, because this program does not know what they are: {{count}}.',
  kept: 'The masked copy is open; pictures, links and files made of it hold no name. The original is kept on this computer under its own name.',
  off: {
    title: 'Take the mask off',
    intro: 'A copy that came back gets its names again. What was changed in it stays changed.',
    copy: 'Choose the masked copy…',
    key: 'Choose its key…',
    take: 'Take the mask off and open',
    same: 'Opened. The copy is to the byte the one that was masked.',
    changed: 'Opened. The copy was changed since it was masked; its changes are kept.',
  },
} as const
