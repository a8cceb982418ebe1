export { default } from './chain/chain-bench.ts';
