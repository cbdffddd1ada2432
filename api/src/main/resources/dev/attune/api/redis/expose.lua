-- Keeps a record that is here for longer.
-- KEYS made exposed
-- ARGV id keepMillis
local packed = redis.call('HGET', KEYS[1], ARGV[1])
if not packed or packed == '' then return 0 end
redis.call('SET', KEYS[2], packed, 'PX', ARGV[2])
return 1
