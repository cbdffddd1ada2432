-- Notes what stands where in a placement.
-- KEYS facts entered history decisions gone
-- ARGV factsMillis field value mark
local other = elsewhere(KEYS[1], KEYS[5])
if other then return { other } end
join(KEYS[1], 2)
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return { 'W' }
