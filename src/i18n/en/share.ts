export const share = {
  title: 'Share this view',
  close: 'Close',
  intro:
    'The link opens the same view: scenario, day, selection, trace, lens, part of the map, and what is being compared.',
  inside: 'What is inside',
  withChain:
    'The whole chain {{name}} with its {{enterprises}} {{enterprises, enterprise|enterprises}}, {{blocks}} {{blocks, block|blocks}}, names of liaison officers and notes. Whoever has the link has all of it.',
  withoutChain:
    'Only the view, the name of the chain and its fingerprint, no enterprise. Whoever opens it needs the same chain file; another one is refused.',
  include: 'Put the chain into the link',
  tooLarge:
    'The chain is too large for a link ({{limit}} characters at most): the link names it, and the file goes beside it.',
  link: 'Link',
  copy: 'Copy the link',
  copied: 'Copied',
  characters: '{{count}} characters',
  qr: 'QR code of the link',
  noQr: 'There is no room here for a QR code that a camera can read.',
  shorter: {
    view: 'The code holds the view without the chain: with all {{count}} characters of the link its squares would be smaller than {{least}} pixels here. Whoever scans it needs the same chain file.',
    name: 'The code holds the name of the chain and its fingerprint, not the view: with all {{count}} characters of the link its squares would be smaller than {{least}} pixels here. Copy the link to pass on the view.',
  },
  making: 'The link is being made…',
  neverSent: 'Everything after # stays in the browser; it is not sent to any server.',
} as const
