export { default } from './coverage/repair-bench.ts';
