import { durabilityProofs } from './durability-proofs.ts'

durabilityProofs({ crashes: 200, leaves: 150, damaged: 500, failingEvery: 1 })
