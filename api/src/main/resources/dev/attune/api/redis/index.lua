-- Enters a decision among the person's.
-- KEYS facts entered history decisions gone
-- ARGV time id keepMillis
local other = elsewhere(KEYS[1], KEYS[5])
if other then return { other } end
redis.call('ZADD', KEYS[4], ARGV[1], ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', tonumber(ARGV[1]) - tonumber(ARGV[3]))
redis.call('PEXPIRE', KEYS[4], ARGV[3])
return { 'W' }
