-- Forgets a decision's record. One that is not here is turned away if it comes later, when asked to.
-- KEYS made exposed recent
-- ARGV id turnAwayMillis second
redis.call('UNLINK', KEYS[2])
local was = redis.call('HDEL', KEYS[1], ARGV[1])
if was == 0 and ARGV[2] ~= '0' then
  redis.call('HSET', KEYS[1], ARGV[1], '')
  if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
elseif was == 1 and redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('SETBIT', KEYS[3], ARGV[3], 0)
  if redis.call('BITCOUNT', KEYS[3]) == 0 then redis.call('DEL', KEYS[3]) end
end
return was
