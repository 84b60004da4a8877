import './dist/jest';
