-- Enters a decision among the person's.
-- KEYS facts entered history decisions gone
-- ARGV time id keepMillis
local other = elsewhere(KEYS[1], KEYS[5])
if other then return { other } end
index(KEYS[4], ARGV[1], ARGV[2], ARGV[3])
return { 'W' }
