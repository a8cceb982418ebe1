import { Component, type ReactNode } from 'react';

/** After a fault nobody may be near to press a key: the window loads itself anew after this time. */
const restartMs = 10_000;

/** Catches a fault while drawing, and reloads the window by itself. */
export class SelfHealing extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
    setTimeout(() => location.reload(), restartMs);
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
