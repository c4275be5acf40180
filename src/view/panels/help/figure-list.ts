/** Works that an equation comes from, as they are cited; the same in both languages. */
export const WORKS = {
  leontief: 'W. Leontief, Review of Economics and Statistics 18(3):105–125 (1936)',
  diem: 'C. Diem, A. Borsos, T. Reisch, J. Kertész, S. Thurner, Scientific Reports 12:7719 (2022), doi 10.1038/s41598-022-11522-z',
  hallegatte: 'S. Hallegatte, Risk Analysis 28(3):779 (2008); 34(1):152 (2014)',
  inoue: 'H. Inoue, Y. Todo, Nature Sustainability 2:841 (2019)',
  pichler:
    'A. Pichler, M. Pangallo, R. M. del Rio-Chanona, F. Lafond, J. D. Farmer, Journal of Economic Dynamics and Control 144:104527 (2022)',
} as const

export const FIGURE_GROUPS = ['day', 'enterprise', 'link', 'block', 'questions', 'futures', 'work'] as const

export interface HelpFigure {
  readonly group: (typeof FIGURE_GROUPS)[number]
  /** In the notation of docs/model.md. */
  readonly formula: string
  /** Section of docs/model.md in which it stands. */
  readonly section: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
  /** None = the definition is this program's own. */
  readonly works?: readonly (keyof typeof WORKS)[]
}

const DAILY = ['hallegatte', 'inoue', 'pichler'] as const

/** Every figure that the page shows; its words stand in the area `help` under the same id. */
export const HELP_FIGURES = {
  operatingRate: { group: 'day', formula: '#{ i : y_i ≥ 0.3 } / n', section: 6 },
  staffReturn: { group: 'day', formula: 'Σ X_i (1 − labour_i) / Σ X_i', section: 6 },
  outputRecovery: { group: 'day', formula: 'Σ y_i X_i / Σ X_i', section: 6 },
  leadingOutput: { group: 'day', formula: 'Σ_{i leading} y_i X_i / Σ_{i leading} X_i', section: 6 },
  stopped: { group: 'day', formula: '#{ i : y_i < 0.005 }', section: 6 },
  blocksOpen: { group: 'day', formula: '#{ b : since_b ≤ t, s_b(t) > 0 };  max (t − since_b + 1)', section: 6 },
  level: {
    group: 'enterprise',
    formula: 'Y_i = X_i · min( P_i, S_k / need_k, 1 − partial losses );  y_i = delivered_i / X_i',
    section: 3,
    works: DAILY,
  },
  normalOutput: { group: 'enterprise', formula: 'X = F + A X', section: 1, works: ['leontief'] },
  finalDemand: { group: 'enterprise', formula: 'F_i = X_i − Σ_{e out of i} w_e', section: 1, works: ['leontief'] },
  spare: { group: 'enterprise', formula: 'P_i = κ_i (1 + spare_i)', section: 3 },
  daysLost: { group: 'enterprise', formula: 'Σ_{τ = 0…t} (1 − y_i(τ))', section: 6 },
  countdown: { group: 'enterprise', formula: 'min { τ > t : y_i(τ) < 0.995 } − t', section: 3 },
  hops: { group: 'enterprise', formula: 'min links from i back to a root of its why', section: 3 },
  backToFull: { group: 'enterprise', formula: 'min { t : y_i(τ) ≥ 0.995 for all τ ≥ t }', section: 3 },
  won: { group: 'enterprise', formula: 'Σ_t ( y_i(t) − y_i(t) with nothing cleared )', section: 4 },
  flow: { group: 'link', formula: 'w_e = share_e · a_k · X_j', section: 1, works: ['leontief'] },
  linkToday: { group: 'link', formula: 'sent_e(t) / w_e', section: 3, works: DAILY },
  shareOfNeed: { group: 'link', formula: 'w_e / need_k,  need_k = Σ_{e in k} w_e + outside_k', section: 1 },
  leadTime: { group: 'link', formula: 'sent on day t arrives on day t + L_e', section: 3, works: ['hallegatte'] },
  stock: { group: 'link', formula: 'S_k / need_k', section: 3, works: DAILY },
  severity: { group: 'block', formula: 'κ_i = 1 − s;  room_e = (1 − s) w_e;  φ_i = 1 − s', section: 3 },
  ramp: { group: 'block', formula: 's (1 − (t − cleared + 1) / (ramp + 1))', section: 3 },
  effort: { group: 'block', formula: 'crew-days; end_b = start_b + effort_b', section: 4 },
  holdsUp: {
    group: 'block',
    formula: '#{ j leading, y_j < 0.995, reached from i over links below normal }',
    section: 3,
  },
  valueRank: { group: 'block', formula: 's_b X_i, s_b w_e or s_b F_i', section: 4 },
  gain: {
    group: 'questions',
    formula: 'G(b) = R({b}) − R(∅),  R = Σ_t Σ_{i in goal} y_i X_i / Σ_{i in goal} X_i',
    section: 4,
  },
  joint: { group: 'questions', formula: 'J(S) = G(S) − max over splits of S of Σ G(part)', section: 4 },
  smallest: { group: 'questions', formula: 'min |S| (or Σ effort) : y_i(by) ≥ p for each chosen i', section: 4 },
  order: { group: 'questions', formula: 'max over orders of R(cleared_b = end_b), c crews', section: 4 },
  restart: { group: 'questions', formula: 'stuck = { i : y_i(T + 240) < 0.995 } with no block left', section: 4 },
  nextToStop: { group: 'questions', formula: 'min { τ > t : y_i(τ) < 0.3 } − t', section: 4 },
  clearBy: { group: 'questions', formula: 'last day on which clearing b still avoids the first stop', section: 4 },
  ranges: { group: 'questions', formula: '[ min G, max G ] over the ends of what is not known', section: 4 },
  criticality: {
    group: 'questions',
    formula: 'index = Σ v_i (1 − min(hd_i, hu_i)) / Σ v_i',
    section: 2,
    works: ['diem'],
  },
  criticalityParts: {
    group: 'questions',
    formula: 'down = Σ v_i (1 − hd_i) / Σ v_i;  up = Σ v_i (1 − hu_i) / Σ v_i',
    section: 2,
    works: ['diem'],
  },
  difference: { group: 'futures', formula: 'y_i^B(t) − y_i^A(t)', section: 7 },
  effect: { group: 'futures', formula: 'R(A with this change alone) − R(A)', section: 7 },
  regionLevel: { group: 'futures', formula: 'Σ_{i in region} y_i X_i / Σ_{i in region} X_i', section: 6 },
  observedLevel: { group: 'futures', formula: 'output recovery rate, else operating rate', section: 7 },
  modelError: {
    group: 'futures',
    formula: 'mean | y_model − y_observed |;  bias = mean ( y_model − y_observed )',
    section: 7,
  },
  slack: { group: 'work', formula: 'max s : clearing b later by 1, 2, … s days does no harm', section: 8 },
  released: { group: 'work', formula: 'R(as planned) − R(b never cleared)', section: 8 },
  overdue: { group: 'work', formula: 'shown day − due, while b is not closed', section: 8 },
} as const satisfies Record<string, HelpFigure>

export type HelpFigureId = keyof typeof HELP_FIGURES
