export const regions = {
  title: 'By region',
  close: 'Close',
  intro:
    'Each province is a tile, placed roughly as they lie; no borders are drawn. A place is read from the text of an enterprise’s region: the province, city or country named first. What names none of them is “Other or unknown”.',
  map: 'Regions and the flows between them',
  table: 'Regions on the shown day',
  column: {
    name: 'Region',
    enterprises: 'Enterprises',
    blocked: 'Blocked',
    stopped: 'Stopped',
    level: 'Output level',
  },
  total: 'All',
  blockedShort: '{{count}} blocked',
  stoppedShort: '{{count}} stopped',
  inside: 'Enterprises in {{name}}',
  noFlows: 'No flow runs between two regions: every link lies inside one, or its region is not known.',
  flows: 'Largest flows between regions',
  flow: '{{from}} → {{to}}: {{share}} of normal passes, {{count}} {{count, link|links}}',
  more: 'and {{count}} more',
} as const
