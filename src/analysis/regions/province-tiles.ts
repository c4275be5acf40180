/** A place on the map of tiles: no borders, only who lies beside whom, roughly. Column 0 is the west, row 0 the north. */
export interface Tile {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly column: number
  readonly row: number
}

const tile = (id: string, zh: string, en: string, column: number, row: number): Tile => ({ id, zh, en, column, row })

/** The 34 divisions at province level; ids are those of ISO 3166-2:CN. */
export const PROVINCES: readonly Tile[] = [
  tile('HL', '黑龙江', 'Heilongjiang', 8, 0),
  tile('NM', '内蒙古', 'Inner Mongolia', 5, 1),
  tile('JL', '吉林', 'Jilin', 8, 1),
  tile('XJ', '新疆', 'Xinjiang', 1, 2),
  tile('NX', '宁夏', 'Ningxia', 4, 2),
  tile('BJ', '北京', 'Beijing', 6, 2),
  tile('TJ', '天津', 'Tianjin', 7, 2),
  tile('LN', '辽宁', 'Liaoning', 8, 2),
  tile('QH', '青海', 'Qinghai', 2, 3),
  tile('GS', '甘肃', 'Gansu', 3, 3),
  tile('SN', '陕西', 'Shaanxi', 4, 3),
  tile('SX', '山西', 'Shanxi', 5, 3),
  tile('HE', '河北', 'Hebei', 6, 3),
  tile('SD', '山东', 'Shandong', 7, 3),
  tile('XZ', '西藏', 'Tibet', 1, 4),
  tile('SC', '四川', 'Sichuan', 3, 4),
  tile('HA', '河南', 'Henan', 5, 4),
  tile('AH', '安徽', 'Anhui', 6, 4),
  tile('JS', '江苏', 'Jiangsu', 7, 4),
  tile('SH', '上海', 'Shanghai', 8, 4),
  tile('YN', '云南', 'Yunnan', 2, 5),
  tile('GZ', '贵州', 'Guizhou', 3, 5),
  tile('CQ', '重庆', 'Chongqing', 4, 5),
  tile('HB', '湖北', 'Hubei', 5, 5),
  tile('JX', '江西', 'Jiangxi', 6, 5),
  tile('ZJ', '浙江', 'Zhejiang', 7, 5),
  tile('GX', '广西', 'Guangxi', 4, 6),
  tile('HN', '湖南', 'Hunan', 5, 6),
  tile('GD', '广东', 'Guangdong', 6, 6),
  tile('FJ', '福建', 'Fujian', 7, 6),
  tile('TW', '台湾', 'Taiwan', 8, 6),
  tile('HI', '海南', 'Hainan', 4, 7),
  tile('MO', '澳门', 'Macao', 6, 7),
  tile('HK', '香港', 'Hong Kong', 7, 7),
]

/** Places abroad, by group of countries, and what no rule knows, in a column of their own. */
export const OUTSIDE: readonly Tile[] = [
  tile('x-east-asia', '日本、韩国', 'Japan, Korea', 10, 1),
  tile('x-asia', '亚洲其他', 'Other Asia', 10, 2),
  tile('x-europe', '欧洲', 'Europe', 10, 3),
  tile('x-north-america', '北美', 'North America', 10, 4),
  tile('x-elsewhere', '境外其他', 'Elsewhere abroad', 10, 5),
  tile('other', '地区不明', 'Other or unknown', 10, 7),
]

export const TILES: readonly Tile[] = [...PROVINCES, ...OUTSIDE]
export const OTHER = 'other'
