import { harmProofs } from './durability-proofs.ts'

// The full numbers are in durability.full.ts: `npm run test:durability`.
harmProofs({ damaged: 15, failingEvery: 6 })
