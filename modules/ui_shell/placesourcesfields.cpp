#include "ui_shell/placesourcesfields.h"

#include "ui_common/filechoice.h"
#include "ui_common/widgets.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

using Ground = PlaceSources::Ground;

PlaceSourcesFields::PlaceSourcesFields(QWidget *parent)
    : QWidget(parent),
      m_rows(new QFormLayout),
      m_ground(new QComboBox),
      m_archive(new QLineEdit),
      m_tiles(new QLineEdit),
      m_attribution(new QLineEdit),
      m_geocoder(new QLineEdit),
      m_archiveRow(new QWidget),
      m_online(new QCheckBox(tr("Ask a public service for &addresses that the town does not have"))),
      m_error(new InlineError(this)),
      m_notForYou(secondaryLabel(tr("Only an administrator changes these.")))
{
    m_ground->setObjectName(u"ground"_s);
    m_archive->setObjectName(u"archive"_s);
    m_tiles->setObjectName(u"tiles"_s);
    m_attribution->setObjectName(u"attribution"_s);
    m_geocoder->setObjectName(u"geocoder"_s);
    m_online->setObjectName(u"online"_s);
    m_ground->addItem(tr("The town's own"), int(Ground::OfTown));
    m_ground->addItem(tr("An archive on this computer"), int(Ground::Archive));
    m_ground->addItem(tr("Plan of the IGN"), int(Ground::PlanIgn));
    m_ground->addItem(tr("A tile server"), int(Ground::Server));
    const int wide = fontMetrics().averageCharWidth() * 48; // NOLINT(readability-magic-numbers): an address
    for (QLineEdit *line : {m_archive, m_tiles, m_attribution, m_geocoder})
        line->setMinimumWidth(wide);
    m_tiles->setPlaceholderText(u"https://…/{z}/{x}/{y}.png"_s);
    m_geocoder->setPlaceholderText(QString::fromLatin1(publicGeocoder));
    m_archive->setPlaceholderText(tr("MBTiles or PMTiles"));
    auto *file = new QPushButton(tr("Choose…"));
    auto *row = new QHBoxLayout(m_archiveRow);
    row->setContentsMargins({});
    row->addWidget(m_archive, 1);
    row->addWidget(file);
    m_archiveRow->setFocusProxy(m_archive);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_error);
    column->addLayout(m_rows);
    column->addWidget(secondaryLabel(
        tr("Nothing of it reaches the network unless it is chosen here. A server of tiles learns which part of the map "
           "is looked at; a service for addresses learns what is typed and found neither among the addresses nor "
           "among the streets of the town.")));
    column->addWidget(m_notForYou);
    m_rows->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    addField(m_rows, tr("Ground of the ma&p"), m_ground);
    addField(m_rows, tr("Archi&ve"), m_archiveRow);
    addField(m_rows, tr("Addresses of its t&iles"), m_tiles);
    addField(m_rows, tr("Made &by"), m_attribution);
    m_archive->setAccessibleName(plainLabel(tr("Archi&ve")));
    m_rows->addRow(QString(), m_online);
    addField(m_rows, tr("Servi&ce"), m_geocoder);

    connect(m_ground, &QComboBox::activated, this, [this] {
        showRows();
        choose();
    });
    connect(m_online, &QCheckBox::clicked, this, [this] {
        showRows();
        choose();
    });
    for (QLineEdit *line : {m_archive, m_tiles, m_attribution, m_geocoder})
        connect(line, &QLineEdit::editingFinished, this, &PlaceSourcesFields::choose);
    connect(file, &QPushButton::clicked, this, &PlaceSourcesFields::chooseArchive);
    show({});
}

void PlaceSourcesFields::show(const PlaceSources &sources)
{
    m_shown = sources;
    m_ground->setCurrentIndex(std::max(0, m_ground->findData(int(sources.ground))));
    m_archive->setText(sources.archive);
    m_tiles->setText(sources.tiles);
    m_attribution->setText(sources.attribution);
    m_online->setChecked(sources.asksOnline);
    m_geocoder->setText(sources.geocoder);
    showRows();
}

void PlaceSourcesFields::setMayChoose(bool may)
{
    for (QWidget *field :
         {static_cast<QWidget *>(m_ground), m_archiveRow, static_cast<QWidget *>(m_tiles), static_cast<QWidget *>(m_attribution),
          static_cast<QWidget *>(m_geocoder), static_cast<QWidget *>(m_online)})
        field->setEnabled(may);
    m_notForYou->setVisible(!may);
}

void PlaceSourcesFields::sayError(const QString &sentence)
{
    if (sentence.isEmpty())
        m_error->clear();
    else
        m_error->say(sentence);
}

QWidget *PlaceSourcesFields::firstFocus() const
{
    return m_ground;
}

//! Only those of what is chosen.
void PlaceSourcesFields::showRows()
{
    const auto ground = Ground(m_ground->currentData().toInt());
    const auto setShown = [this](QWidget *field, bool isShown) {
        field->setVisible(isShown);
        if (QWidget *label = m_rows->labelForField(field))
            label->setVisible(isShown);
    };
    setShown(m_archiveRow, ground == Ground::Archive);
    setShown(m_tiles, ground == Ground::Server);
    setShown(m_attribution, ground == Ground::Server);
    setShown(m_geocoder, m_online->isChecked());
}

PlaceSources PlaceSourcesFields::sources() const
{
    PlaceSources s;
    s.ground = Ground(m_ground->currentData().toInt());
    s.archive = m_archive->text().trimmed();
    s.tiles = m_tiles->text().trimmed();
    s.attribution = m_attribution->text().trimmed();
    s.asksOnline = m_online->isChecked();
    s.geocoder = m_geocoder->text().trimmed();
    return s;
}

void PlaceSourcesFields::choose()
{
    const PlaceSources now = sources();
    const bool isHalf =
        (now.ground == Ground::Archive && now.archive.isEmpty()) || (now.ground == Ground::Server && now.tiles.isEmpty());
    if (isHalf || now == m_shown)
        return;
    m_shown = now;
    m_error->clear();
    Q_EMIT chosen(now);
}

void PlaceSourcesFields::chooseArchive()
{
    chooseFile(this, tr("Archive of the map"), [this](const QString &path) {
        m_archive->setText(path);
        choose();
    });
}

} // namespace parvis
