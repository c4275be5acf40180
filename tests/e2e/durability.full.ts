import { endingProofs, harmProofs } from './durability-proofs.ts'

endingProofs({ crashes: 200, leaves: 150 })
harmProofs({ damaged: 500, failingEvery: 1 })
