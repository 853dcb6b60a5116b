// Menus are placed with its help; jsdom has none, and nothing there has a size that could change.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
