import { endingProofs } from './durability-proofs.ts'

// The full numbers are in durability.full.ts: `npm run test:durability`.
endingProofs({ crashes: 6, leaves: 6 })
