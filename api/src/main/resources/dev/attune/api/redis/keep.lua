-- Sets a field of a hash that goes as a whole some time after the last was set. A field beyond the
-- most there may be is not kept.
-- KEYS hash
-- ARGV field, value, most fields, milliseconds
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0
    and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
