export type BlockTargetKind = 'enterprise' | 'supply' | 'market'

export interface BlockCause {
  /** One Chinese character in the badge. */
  readonly badgeZh: string
  /** Two letters in the English badge. */
  readonly badgeEn: string
  /** What a block with this cause may be set on. */
  readonly actsOn: readonly BlockTargetKind[]
}

/** Closed set of causes; what each acts on is checked when a file is read. */
export const BLOCK_CAUSES = {
  material: { badgeZh: '料', badgeEn: 'MA', actsOn: ['enterprise'] },
  labour: { badgeZh: '工', badgeEn: 'LA', actsOn: ['enterprise'] },
  cash: { badgeZh: '资', badgeEn: 'CA', actsOn: ['enterprise'] },
  cost: { badgeZh: '本', badgeEn: 'CO', actsOn: ['enterprise'] },
  energy: { badgeZh: '能', badgeEn: 'EN', actsOn: ['enterprise'] },
  equipment: { badgeZh: '件', badgeEn: 'EQ', actsOn: ['enterprise'] },
  permit: { badgeZh: '批', badgeEn: 'PE', actsOn: ['enterprise'] },
  logistics: { badgeZh: '运', badgeEn: 'LO', actsOn: ['supply', 'enterprise'] },
  border: { badgeZh: '外', badgeEn: 'BO', actsOn: ['supply', 'market'] },
  demand: { badgeZh: '单', badgeEn: 'DE', actsOn: ['market'] },
} as const satisfies Record<string, BlockCause>

export type BlockCauseId = keyof typeof BLOCK_CAUSES

export const BLOCK_CAUSE_IDS = Object.keys(BLOCK_CAUSES) as readonly BlockCauseId[]
