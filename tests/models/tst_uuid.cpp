#include "models/base/uuid.h"
#include "tests/support/harness.h"

#include <QTest>

using mesoscope::base::Uuid;

class TestUuid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsReadIsGivenBack() {
        for (const char* text : {"5ec011d1-816b-4500-b09f-466c11e226aa", "00000000-0000-0000-0000-000000000001",
                                 "ffffffff-ffff-ffff-ffff-ffffffffffff", "01234567-89ab-cdef-0123-456789abcdef"}) {
            const auto uuid = Uuid::parse(text);
            QVERIFY2(uuid && !uuid->isNull(), text);
            QCOMPARE(uuid->text(), std::string(text));
        }
        QCOMPARE(Uuid::parse("01234567-89ab-cdef-0123-456789abcdef")->high, 0x0123456789abcdefULL);
    }

    void anythingElseStaysText() {
        for (const char* text :
             {"", "5EC011D1-816b-4500-b09f-466c11e226aa", "5ec011d1-816b-4500-b09f-466c11e226a", "{5ec011d1-816b-4500}",
              "5ec011d1-816b-4500-b09f-466c11e226aa.5ec011d1-816b-4500-b09f-466c11e226aa",
              "5ec011d10816b-4500-b09f-466c11e226aa", "5ec011d1-816b-4500-b09f-466c11e226ag"})
            QVERIFY2(!Uuid::parse(text), text);
    }
};

MESOSCOPE_TEST_MAIN(TestUuid)
#include "tst_uuid.moc"
