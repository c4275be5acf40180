import electronics from '../../graph-data/electronics.chain.json?url'
import springDawn from '../../graph-data/spring-dawn.chain.json?url'
import textiles from '../../graph-data/textiles.chain.json?url'
import vehicles from '../../graph-data/vehicles.chain.json?url'
import type { ShippedChain } from '../view/app-context.ts'

/** Chains that come with the program, the one of the first visit first; files of the same origin. */
export const SHIPPED: readonly (ShippedChain & { readonly url: string })[] = [
  {
    id: 'vehicles',
    name: { zh: '汽车与新能源汽车', en: 'Vehicles' },
    url: vehicles,
  },
  {
    id: 'electronics',
    name: { zh: '电子信息', en: 'Electronics' },
    url: electronics,
  },
  {
    id: 'textiles',
    name: { zh: '纺织服装与口罩', en: 'Textiles and masks' },
    url: textiles,
  },
  {
    id: 'spring-dawn',
    name: { zh: '春晓（虚构）', en: 'Spring Dawn (fictional)' },
    url: springDawn,
  },
]
