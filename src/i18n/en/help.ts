/** Words of the help: what each figure means, the equations, the keys. The formulas stand in `view/panels/help/figure-list.ts`. */
export const help = {
  tabs: { label: 'Parts of the help', figures: 'Figures', keys: 'Keys', equations: 'Equations' },
  search: 'Search the figures',
  count: '{{count}} figures',
  none: 'No figure is called “{{text}}”.',
  showAll: 'Show all',
  formula: 'Formula',
  source: 'Source',
  ours: 'defined by this program',
  equation: 'Equations, section {{section}}',
  tour: 'Show the tour again',
  keysOff:
    'Single keys are switched off: the letters, “[ ]”, “/” and “?” do nothing. Keys with Ctrl, arrows, Enter and Esc still work.',
  keysOn: 'Single keys work',
  keysHelp: 'Switch off when you speak to your computer, or when keys are pressed by mistake. Kept on this computer.',
  onMap: 'While the map has the focus',
  always: 'Always',
  keys: {
    x: 'mark or unmark',
    alongTrail: 'back and forward through what was selected',
    palette: 'all actions',
    enter: 'open the details of the enterprise at hand',
    arrows: 'walk the chain: right a customer, left a supplier, up and down within the stage',
    u: 'trace upstream',
    d: 'trace downstream',
    n: 'next block',
    b: 'set a block',
    c: 'clear the block, or the nearest root',
    f: 'fit the whole chain',
    space: 'play, pause',
    brackets: 'a day back, a day forward',
    t: 'table',
    p: 'present the scenes',
    l: 'legend',
    help: 'this help',
    search: 'search',
    undo: 'undo',
    redo: 'redo',
    esc: 'back out one step',
  },
  onStage: 'While presenting',
  stage: {
    next: 'next scene',
    back: 'scene before',
    ends: 'first, last scene',
    digits: 'the scene of that number',
    black: 'black screen, and back',
    white: 'white screen, and back',
    laser: 'laser spot',
    speaker: 'window for the speaker',
    end: 'end',
  },
  symbols:
    'y = output of the day over normal output; X = normal output, value a day; κ = share of capacity that blocks leave; w = normal flow of a link; S = stock; t = the shown day; i, j = enterprises, e = links, k = an input of one enterprise, b = blocks, n = number of enterprises.',
  groups: {
    day: 'Figures of the day',
    enterprise: 'An enterprise',
    link: 'A supply link',
    block: 'A block',
    questions: 'Which first?',
    futures: 'Two futures, observed days, regions',
    work: 'The work sheet',
  },
  figures: {
    operatingRate: {
      name: 'Operating rate',
      means:
        'Share of the listed enterprises whose output is at least 30 % of normal. The threshold can be changed beside the figure; on hover stands the same weighted by output.',
    },
    staffReturn: {
      name: 'Staff return rate',
      means:
        'Share of the staff that is at work, weighted by normal output. Only blocks of the cause “short of labour” lower it; a plant without a permit may have its staff back and still stand still.',
    },
    outputRecovery: {
      name: 'Output recovery',
      means: 'What all listed enterprises make today over what they make on a normal day.',
    },
    leadingOutput: {
      name: 'Leading output',
      means: 'What the leading enterprises make today over what they make on a normal day.',
    },
    stopped: {
      name: 'Standing still',
      means: 'Enterprises whose output is shown as 0 %. “Held by others” counts those without a block of their own.',
    },
    blocksOpen: {
      name: 'Blocks open',
      means: 'Blocks of the scenario that are in force on the shown day, and how long the oldest of them has been.',
    },
    level: {
      name: 'Output of the day',
      means:
        'Output over normal output, in percent. What can be made is the least of what capacity, each essential input and the partial inputs together allow; what is made is what customers take of it.',
    },
    normalOutput: {
      name: 'Normal output',
      means:
        'Value a day without any block: sales to the end market and flows sold. Where no flow is given it is derived, and marked “assumed”.',
    },
    finalDemand: {
      name: 'End market',
      means: 'Value a day that is sold to consumers and to customers outside the list.',
    },
    spare: {
      name: 'Spare capacity',
      means: 'Share of its normal output that an enterprise can make on top when others fail.',
    },
    daysLost: {
      name: 'Days of output lost',
      means:
        'Output not made from the first to the shown day, in days of full output: half a day lost each day for ten days is five.',
    },
    countdown: {
      name: 'Countdown',
      means:
        'For an enterprise that runs in full: days until its output falls below full, because the stock of an input runs out. It is read from the run, so substitutes and deliveries on the way count.',
    },
    hops: {
      name: 'Links to the block',
      means: 'Supply links between an enterprise and the nearest block that holds it; 0 = its own.',
    },
    backToFull: {
      name: 'Back to full',
      means: 'First day from which output is shown as 100 % and stays so to the end of the run.',
    },
    won: {
      name: 'Won or lost',
      means:
        'Output that the clearings win (+) or lose (−) over the run, in days of its full output. Somebody may lose where supply is shared.',
    },
    flow: { name: 'Normal flow', means: 'Value a day that goes over a supply link without any block.' },
    linkToday: { name: 'Link today', means: 'What leaves the supplier today over what leaves on a normal day.' },
    shareOfNeed: {
      name: 'Share of the need',
      means:
        'Part of what a customer needs of a product that comes over this link. 100 % of an essential input is a sole source.',
    },
    leadTime: {
      name: 'Lead time',
      means: 'Days between sending and arriving. Goods under way arrive also after a block has come.',
    },
    stock: { name: 'Stock', means: 'Stock of an input at the customer at the end of the day, in days of normal need.' },
    severity: {
      name: 'Severity',
      means:
        'Share of capacity, of the link’s room or of demand that a block takes away. Of several blocks on one target the worst counts.',
    },
    ramp: { name: 'Recovery days', means: 'Days over which what a block took comes back evenly after it is cleared.' },
    effort: { name: 'Effort', means: 'Crew-days that clearing a block takes; the order of work divides crews by it.' },
    holdsUp: {
      name: 'Holds up',
      means:
        'Leading enterprises below full output that are reached from the block along links that carry less than normal.',
    },
    valueRank: {
      name: 'Rank by value, severity, links',
      means:
        'The orders in which people would go without computing: by value held back, by severity, by number of supply links. They stand beside the gain to show where they mislead.',
    },
    gain: {
      name: 'Gain of a block',
      means:
        'Output of the leading enterprises over the whole run if this block alone were cleared, less the output as it stands; in days of their full output. One run of the daily model with, one without.',
    },
    joint: {
      name: 'Only together',
      means:
        'Gain of a set of blocks less the most that it gains in parts. Above zero the blocks need one another; two blocks may be worth nothing alone and a month together.',
    },
    smallest: {
      name: 'Smallest set',
      means:
        'Fewest clearings, or least effort, that bring the chosen enterprises to a level by a date. “Proven” means that everything smaller was run.',
    },
    order: {
      name: 'Best order',
      means:
        'Days of leading output won when so many crews clear the open blocks in this order, against doing nothing; beside it largest first, first come first served, and the mean of random orders.',
    },
    restart: {
      name: 'Restart gap',
      means:
        'Enterprises that do not come back though every block is gone: they wait for one another. The emergency delivery is the smallest that brings them back, searched by halving.',
    },
    nextToStop: {
      name: 'Next to stop',
      means:
        'Days until an enterprise that operates today falls below full, and below the operating threshold, if today’s blocks stay as they are.',
    },
    clearBy: {
      name: 'Clear by',
      means:
        'Last day on which clearing a block still avoids the first stop that it can avoid; that day and the day after are both run.',
    },
    ranges: {
      name: 'Ranges',
      means:
        'Where severities or stocks are known only as a range: least and largest gain over the runs at their ends. Between the ends a gain may pass both.',
    },
    criticality: {
      name: 'Criticality index',
      means:
        'Share of all output that would be lost if this enterprise closed for good and nobody acted: the Economic Systemic Risk Index. hd and hu are what stays of each enterprise when the loss runs downstream and upstream; v is its output.',
    },
    criticalityParts: {
      name: 'Downstream and upstream part',
      means: 'The same loss when it runs only to customers, or only back to suppliers.',
    },
    difference: {
      name: 'B − A',
      means: 'Output of the day in future B less that in future A, in points of a hundred.',
    },
    effect: {
      name: 'Effect of a change',
      means:
        'A with this one change, against A; in days of the leading enterprises’ full output. Effects need not add up.',
    },
    regionLevel: {
      name: 'Output level of a region or fold',
      means: 'Output of its enterprises today over their normal output.',
    },
    observedLevel: {
      name: 'Observed level',
      means:
        'What an observation says of the output: its output recovery rate; where only the operating rate was observed, that one. A gap stays a gap.',
    },
    modelError: {
      name: 'Error of the model, bias',
      means:
        'Mean absolute difference between model and observed, over all observed pairs of enterprise and day, in points of a hundred. Bias keeps the sign: above zero the model is too high.',
    },
    slack: {
      name: 'Slack',
      means:
        'Most days by which clearing the block can slip without harm: no leading enterprise is back to full later, and not more than 0.005 days of output are lost. 0 = critical. Each slip is a run.',
    },
    released: {
      name: 'Frees',
      means:
        'Output of the leading enterprises as planned, less the same with this block never cleared; in days of full output.',
    },
    overdue: { name: 'Overdue', means: 'Days from the due date of a block that is not closed to the shown day.' },
  },
} as const
