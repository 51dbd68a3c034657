import { vocabulary } from './vocabulary.js';

/**
 * What investors want to do, in the words of wishes and of ledgers alike: label zh, label en, then other words.
 * Where one word lies within another (油茶 holds 茶), the longer one is read.
 */
export const trades = vocabulary({
  lodging: ['民宿', 'Lodging', '客栈', '旅馆', '酒店', '宾馆', '青旅', '青年旅舍', '旅舍', '度假屋', '度假村', '度假', '茶宿', '乡居', '住宿', '客房', '过夜', 'guesthouse', 'guest house', 'homestay', 'b&b', 'bnb', 'bed and breakfast', 'inn', 'hotel', 'hostel', 'lodge', 'lodgings', 'boutique hotel', 'holiday home', 'holiday let', 'holiday cottage', 'holiday rental', 'vacation rental', 'accommodation', 'resort', 'guests'],
  camping: ['露营', 'Camping', '营地', '帐篷', '房车', '营位', '野营', '林间营地', 'camp', 'campsite', 'camp site', 'campground', 'glamping', 'tents', 'caravans', 'caravan', 'camper vans', 'campervan', 'rv'],
  study: ['研学', 'Study trips', '课堂', '自然教育', '自然学校', '夏令营', '冬令营', '劳动教育', '游学', '春游', '秋游', '学生', '中小学', '研学课堂', '研学营', '培训', 'study trip', 'study tour', 'school trips', 'school trip', 'school groups', 'education', 'educational', 'summer camp', 'summer camps', 'field trips', 'field trip', 'outdoor classroom', 'nature school', 'nature education', 'outdoor education', 'pupils', 'students', 'learning', 'classes', 'lessons', 'training', 'teaching'],
  wellness: ['康养', 'Wellness', '养生', '疗养', '养老', '旅居', '避暑', '森林康养', '康复', '瑜伽', '禅修', '静修', '老人', 'health resort', 'retreat', 'yoga', 'spa', 'meditation', 'elderly care', 'care home', 'nursing home', 'retirement', 'senior living', 'seniors', 'forest bathing', 'health', 'convalescence', 'rehabilitation'],
  food: ['餐饮', 'Food', '餐厅', '饭店', '农家乐', '小吃', '轻食', '小餐馆', '餐馆', '乡宴', '私房菜', '农家菜', '土菜', '火锅', '烧烤', '美食', '开饭店', 'restaurant', 'eatery', 'dining', 'bistro', 'canteen', 'meals', 'catering', 'kitchen', 'snacks', 'farm-to-table', 'barbecue', 'gastronomy'],
  cafe: ['咖啡', 'Café', '咖啡馆', '咖啡店', '茶馆', '茶室', '茶饮', '茶会', '茶空间', '奶茶', '酒吧', 'cafe', 'coffee', 'coffee shop', 'coffee house', 'teahouse', 'tea house', 'tea room', 'tearoom', 'bar', 'pub'],
  books: ['书屋', 'Books', '书吧', '书院', '书店', '书房', '图书馆', '阅读', '讲座', '国学', '国学课堂', '读书会', 'bookshop', 'bookstore', 'book bar', 'library', 'reading room', 'academy', 'lectures', 'reading'],
  art: ['艺术', 'Art', '画室', '写生', '美术馆', '画展', '美术', '艺术家', '驻留', '艺术村', '绘画', '雕塑', '画家', '工作室', 'artist', 'artists', 'art studio', 'studio', 'studios', 'gallery', 'painting', 'painters', 'sketching', 'residency', 'artist residency', 'sculpture', 'art village'],
  craft: ['手工', 'Craft', '工坊', '手作', '竹编', '木艺', '陶艺', '作坊', '非遗', '非遗展示', '匠人', '木工', '木工坊', '篾匠', '水磨', '年糕', '文创', 'crafts', 'workshop', 'handicraft', 'pottery', 'ceramics', 'woodwork', 'woodworking', 'carpentry', 'bamboo weaving', 'weaving', 'artisan', 'artisans', 'maker space', 'makers', 'rice cake', 'rice cakes'],
  shop: ['零售', 'Shops', '市集', '集市', '夜市', '小店', '展销', '小卖部', '直播', '直播间', '铺子', '开店', '杂货', '伴手礼', '电商', '摆摊', '超市', 'shop', 'retail', 'market', 'night market', 'craft market', 'farmers market', 'store', 'livestream', 'livestreaming', 'live streaming', 'e-commerce', 'souvenirs', 'stalls', 'grocery'],
  performance: ['演艺', 'Performance', '剧场', '演出', '音乐会', '展演', '唱戏', '看戏', '影院', '音乐节', '戏剧', '话剧', '舞台', '电影院', 'theatre', 'theater', 'concert', 'concerts', 'cinema', 'performances', 'opera', 'music festival', 'live music', 'film screenings'],
  events: ['会务婚庆', 'Events', '会议', '团建', '婚宴', '婚礼', '婚庆', '会务', '会展', '年会', '婚拍', '开会', '宴会', '拓展训练', 'wedding', 'weddings', 'conference', 'conferences', 'meetings', 'team building', 'team-building', 'banquets', 'banquet', 'corporate retreat', 'corporate events', 'parties', 'ceremonies', 'trade fair'],
  museum: ['展陈', 'Museum', '博物馆', '展览', '陈列', '科普', '科普馆', '遗址公园', '展示馆', '陈列馆', '展厅', '纪念馆', '展馆', 'museum', 'exhibition', 'exhibitions', 'exhibits', 'visitor centre', 'visitor center', 'science centre', 'science education', 'popular science', 'heritage centre'],
  family: ['亲子', 'Families', '玩水', '乐园', '儿童', '小朋友', '孩子', '带娃', '遛娃', '家庭', 'family', 'kids', 'children', 'parents', 'playground', 'water play', 'paddling'],
  farming: ['农耕体验', 'Farm visits', '采摘', '认养', '农场', '菜园', '共享菜园', '市民农园', '农事体验', '稻作营地', '亲子农场', '研学农场', 'fruit picking', 'pick-your-own', 'pick your own', 'picking', 'farm stay', 'community farm', 'allotments', 'allotment', 'adopt a plot', 'farm', 'farm visits', 'farm experience'],
  outdoors: ['户外运动', 'Outdoor sports', '骑行', '溯溪', '探险', '徒步', '登山', '越野', '漂流', '攀岩', '山地运动', '运动', '马拉松', '滑翔', 'cycling', 'bike trails', 'mountain biking', 'hiking', 'trekking', 'trail running', 'canyoning', 'climbing', 'adventure', 'sports', 'outdoor sports', 'rafting', 'walking trail'],
  stars: ['观星', 'Stargazing', '星空', '看星星', '星星', '天文', '云海', '看云海', '观云', '观云海', 'stars', 'astronomy', 'stargazers', 'sea of clouds', 'sea of cloud', 'observatory'],
  photography: ['摄影', 'Photography', '拍照', '拍摄', '影视', '取景', '拍电影', '旅拍', '影视基地', 'photo', 'photos', 'photographers', 'filming', 'film set', 'shooting location', 'photo shoots'],
  sightseeing: ['观光赏花', 'Sightseeing', '观光', '赏花', '花海', '赏梅', '观枫', '枫叶', '红叶', '油菜花', '油菜花节', '赏荷', '看花', '景区', '旅游', '文旅', '农旅', '农旅综合体', '文旅综合体', 'sightseeing', 'flowers', 'blossom', 'blossoms', 'autumn leaves', 'autumn colours', 'autumn colors', 'tourism', 'agritourism', 'flower fields', 'tourists', 'maple viewing'],
  red: ['红色教育', 'Red tourism', '红色', '红军', '党课', '党建', '党课现场教学', '革命', '红色研学', '红色旅游', 'red study', 'revolutionary', 'party lessons', 'party education', 'long march', 'red culture', 'red army'],
  tea: ['茶叶', 'Tea', '茶', '绿茶', '红茶', '采茶', '炒茶', '茶旅', '种茶', '制茶', '茶业', '茶产业', '茶艺', '品茶', '老树茶', '荒野茶', '有机茶', 'tea growing', 'tea making', 'tea processing', 'green tea', 'black tea', 'wild tea', 'tea tourism', 'tea picking', 'tea plantation'],
  teaoil: ['油茶', 'Tea oil', '山茶油', '茶油', '茶籽', '榨油', 'tea-oil', 'camellia oil', 'camellia', 'oil tea', 'tea seed oil', 'oil pressing'],
  bamboo: ['竹产业', 'Bamboo', '毛竹', '竹材', '竹笋', '鲜笋', '笋干', '笋', '竹子', '竹木', '竹制品', 'bamboo shoots', 'bamboo products', 'bamboo processing', 'moso'],
  grain: ['粮食', 'Grain', '稻米', '大米', '水稻', '种粮', '优质稻米', '稻', '糯稻', '油菜', '种稻', '粮油', '彩色稻田', '稻作', '轮作', 'rice', 'rice growing', 'paddy rice', 'rapeseed', 'wheat', 'sticky rice', 'glutinous rice', 'organic rice', 'grains', 'crops'],
  vegetables: ['蔬菜', 'Vegetables', '种菜', '大棚', '设施蔬菜', '叶菜', '有机菜', '高山蔬菜', '食材', '农产品基地', '食材直供', 'vegetable', 'greenhouse', 'greenhouses', 'veg', 'market garden', 'organic produce', 'salad', 'produce'],
  fruit: ['水果', 'Fruit', '果树', '青梅', '桃', '桃子', '桃园', '草莓', '杨梅', '柑橘', '葡萄', '猕猴桃', '蓝莓', '果品', '种水果', '果园', 'fruits', 'fruit growing', 'plums', 'plum', 'peaches', 'peach', 'strawberries', 'strawberry', 'berries', 'citrus', 'grapes', 'vineyard', 'apples'],
  herbs: ['中药材', 'Herbs', '药材', '黄精', '灵芝', '石斛', '铁皮石斛', '三叶青', '中草药', '种药', '林下中药材', '林下黄精', 'herb', 'medicinal herbs', 'medicinal plants', 'chinese medicine', 'traditional medicine', 'polygonatum', 'ginseng'],
  mushrooms: ['菌菇', 'Mushrooms', '食用菌', '香菇', '蘑菇', '木耳', '竹荪', '林下菌菇', 'mushroom', 'fungi', 'shiitake', 'edible fungi'],
  understorey: ['林下经济', 'Forest farming', '林下', '林下种养', '林下种植', '林下养殖', 'understorey', 'understory', 'under-forest', 'agroforestry', 'under the trees', 'forest farm'],
  timber: ['木材', 'Timber', '大径材', '杉木大径材', '木材加工', '用材林', '造林', '竹材加工', 'logging', 'lumber', 'forestry', 'wood processing', 'timber growing', 'large timber', 'sawmill'],
  carbon: ['碳汇', 'Carbon', '碳汇林', '林业碳汇', '森林碳汇', '碳中和', '碳交易', 'carbon sink', 'carbon credits', 'carbon offset', 'carbon offsets', 'carbon sequestration', 'carbon forest', 'net zero'],
  livestock: ['养殖', 'Livestock', '养蜂', '蜂蜜', '蜜源养蜂', '养鱼', '稻渔', '稻渔综合种养', '养鸡', '养羊', '养牛', '鱼塘', '小龙虾', '土鸡', 'bees', 'beekeeping', 'beekeeper', 'honey', 'fish farming', 'fish farm', 'aquaculture', 'chickens', 'poultry', 'goats', 'sheep', 'cattle', 'rice-fish', 'apiary'],
  lotus: ['荷花莲子', 'Lotus', '荷塘', '荷花', '莲子', '莲藕', '藕', '荷塘观光', '莲子藕带', 'lotus pond', 'lotus ponds', 'lotus seeds', 'lotus root', 'water lilies'],
  processing: ['加工', 'Processing', '酿酒', '青梅酒', '食品厂', '食品加工', '农产品加工', '酒厂', '酒坊', '精制茶厂', '茶饮料', '榨汁', '加工厂', 'brewery', 'winery', 'distillery', 'food processing', 'food factory', 'plum wine', 'fruit wine', 'wine making', 'liquor', 'manufacturing', 'production line'],
  power: ['清洁能源', 'Power generation', '发电', '绿色小水电', '增效扩容', '光伏', '储能', '电站改造', '小型发电', '新能源', '绿电', '上网电价', 'clean energy', 'green energy', 'renewable', 'renewables', 'renewable energy', 'electricity generation', 'generation', 'generating', 'generate electricity', 'small hydro', 'solar', 'energy storage', 'green power', 'turbines'],
  office: ['办公创客', 'Workspace', '办公', '数字游民', '创客', '共享办公', '众创空间', '远程办公', '总部', '创业', 'co-working', 'coworking', 'digital nomads', 'digital nomad', 'office', 'offices', 'remote work', 'start-ups', 'startups'],
  storage: ['仓储物流', 'Storage', '仓储', '冷库', '物流', '存货', '冷链', '堆货', 'cold storage', 'logistics', 'distribution centre', 'warehousing', 'depot'],
  culture: ['民俗文化', 'Folk culture', '民俗', '民俗博物馆', '乡村文化', '传统文化', '国风', '祭祀', '村史', '乡土', 'folk', 'folk customs', 'intangible heritage', 'local culture', 'traditional culture', 'folklore'],
});

export type Trade = (typeof trades.values)[number];
