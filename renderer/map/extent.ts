export * from '../../data/rules/map/extent.js';
