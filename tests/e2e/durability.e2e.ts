import { durabilityProofs } from './durability-proofs.ts'

// The full numbers are in durability.full.ts: `npm run test:durability`.
durabilityProofs({ crashes: 10, leaves: 10, damaged: 25, failingEvery: 4 })
